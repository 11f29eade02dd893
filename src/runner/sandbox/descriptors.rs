//! What a program would inherit that was open before: all of it is closed when the program begins.

/// The first descriptor behind standard input, output and error.
const FIRST: libc::c_uint = 3;

/// Has every descriptor but the three standard ones closed when this process becomes another program.
pub fn close_at_start() -> bool {
    close_from(FIRST)
}

/// Whether this kernel can do it: asked about descriptors that nobody has.
pub fn is_supported() -> bool {
    close_from(libc::c_uint::MAX)
}

// No crate here has a safe form of this call, and one call for each descriptor would be as unsafe. It only marks them: none
// is closed while somebody in this process holds it. `tests/attacks.rs` reads an inherited descriptor without it.
#[allow(unsafe_code)]
fn close_from(first: libc::c_uint) -> bool {
    let mark = libc::CLOSE_RANGE_CLOEXEC;
    // SAFETY: it takes three numbers and touches no memory of this process.
    let answer = unsafe { libc::syscall(libc::SYS_close_range, first, libc::c_uint::MAX, mark) };
    answer == 0
}
