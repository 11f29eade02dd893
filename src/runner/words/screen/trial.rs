//! The screen on which a learner uses what they have built.

use crate::{labels, sentences};

sentences! {
    "screen_trial";

    /// Before it begins: what this is.
    about(name) = "This runs what you have built in {name}, for its own sake: nothing is judged.";
    /// Before it begins: what can be typed.
    which_files = "Type the files or folders that it is to look at, or nothing: PNG, JPEG, PGM, PPM, WAV, CSV, text. \
        A path with blanks goes into quotes.";
    /// It runs and waits for a line.
    listens = "It waits for a line from you.";
    /// It came to its end.
    done(key) = "It has come to its end; {key} runs it again.";
    /// The exercise has nothing to use.
    nothing(name) = "There is nothing to use in {name}: it is done when it passes.";
    /// The text as it is does not pass. One key leaves this screen, the other one checks.
    not_passing(name, back, again) = "The file of {name} does not pass as it is now, and it has to before you use it. \
        {back} goes back, and {again} checks it again.";
    /// The same, where one came from the list: the second key goes to the exercise.
    not_passing_there(name, back, open) = "The file of {name} does not pass as it is now, and it has to before you use it. \
        {back} goes back to the list, and {open} goes to the exercise.";
    /// Letters are typed after its end.
    over(again, back) = "It has ended: {again} runs it again, {back} goes back.";
    /// The file was saved meanwhile.
    saved = "Saved. The program goes on as it was; your file is checked when it has ended.";
    /// It does not begin because of the line of files; `next` is what to do about that. The key begins again.
    mend_the_files(next, key) = "Next: {next}. Then {key} begins.";
}

labels! {
    "screen_trial_labels";

    /// The title of what is said, before it begins.
    files_title = "Files or folders, or nothing";
    /// The title of what is said, where the program has no other.
    title = "What it says";
    /// Behind the title of what is said: a line that is not kept.
    one_dropped(title) = "{title} (1 line dropped)";
    /// Behind the title of what is said: lines that are not kept.
    dropped(title, lines) = "{title} ({lines} lines dropped)";
    /// Files can be typed.
    files(key) = "files, or nothing; {key} begins";
    /// It runs.
    runs = "your program runs";
    /// It runs, and a line that was typed waits until it asks.
    one_waits = "it runs; your line waits for it";
    /// It runs, and lines that were typed wait until it asks.
    many_wait(lines) = "it runs; {lines} lines wait for it";
    /// It runs, and there are no more lines.
    no_more = "it runs; you have ended the lines";
    /// It did not come to its end. The key runs it again.
    failed(key) = "it stopped early; {key} runs it again";
    /// It came to its end. The key runs it again.
    ended(key) = "it is over; {key} runs it again";
    /// It has to pass first.
    passes_first = "it has to pass first";
    /// The exercise has nothing to use.
    nothing_here = "nothing to use here";
}
