//! How `your_data` is checked: the split, the preparation, the training, and then all of them together.

#[path = "../../solutions/16_capstone/your_data.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

mod your_data_evaluate;
mod your_data_made;
mod your_data_parts;
mod your_data_prepare;
mod your_data_train;

fn main() {
    let check = your_data_prepare::after(your_data_parts::check());
    your_data_evaluate::after(your_data_train::after(check)).run()
}
