//! Writes the files of a program into a folder of their own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::place::Place;

/// Makes `folder` hold these files and no others. A path may go through a folder and back, `a/../b.rs`: the folders on the
/// way are made too, because the system wants them to be there.
pub fn lay_out<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a String, &'a Arc<[u8]>)>,
) -> io::Result<()> {
    let mut wanted = BTreeMap::new();
    for (path, bytes) in files {
        let place = Place::of(path).ok_or(io::ErrorKind::InvalidInput)?;
        let mut way = folder.to_owned();
        for component in Path::new(path)
            .parent()
            .into_iter()
            .flat_map(Path::components)
        {
            way.push(component);
            fs::create_dir_all(&way)?;
        }
        wanted.insert(place.within(folder), bytes);
    }
    remove_others(folder, &wanted)?;
    for (path, bytes) in wanted {
        if fs::read(&path).ok().as_deref() != Some(bytes) {
            write(&path, bytes)?;
        }
    }
    Ok(())
}

/// Writes one file anew, whatever stands there.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    File::create_new(path)?.write_all(bytes)
}

fn remove_others(folder: &Path, wanted: &BTreeMap<PathBuf, &Arc<[u8]>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            remove_others(&path, wanted)?;
        } else if !wanted.contains_key(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
