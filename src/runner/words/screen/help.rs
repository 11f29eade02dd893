//! What each key does, for the page of the keys and for the list of settings.

use crate::labels;

labels! {
    "screen_help";

    /// Ends the program.
    quit = "quit; asks first while a check runs";
    /// Ends the program.
    quit_now = "quit at once";
    /// Goes back to where one was.
    back = "go back; never quits";
    /// Shows this page.
    help = "these keys";
    /// Goes to the next exercise.
    next = "the next open exercise, once this one passes";
    /// Opens a hint.
    hint = "open the next hint; all of them stay readable";
    /// Shows the list.
    list = "the list of the exercises";
    /// Checks all exercises.
    check_all = "check every exercise, one after the other";
    /// Puts the original back.
    reset = "put the file back to its original; yours is kept as a copy";
    /// Checks the exercise again.
    run_again = "check again without saving";
    /// Stops a check.
    stop = "stop the check that runs";
    /// Opens the editor.
    edit = "open the file in your editor";
    /// Shows the solution.
    solution = "the solution, and how yours differs, once it has passed";
    /// Uses what was built.
    use_it = "use what you have built, once it has passed";
    /// Completes the line that is typed.
    send = "begin; the line goes to the program; at its end, run it again";
    /// Ends the lines.
    end_lines = "no more lines: it hears the end after those you have typed";
    /// Shows the training.
    training = "the curves, once the program has reported some";
    /// Shows the attempts.
    attempts = "every version that was checked: look back, compare, restore";
    /// Puts an attempt back into the file.
    restore = "put this attempt into your file; what is there is kept";
    /// Compares attempts.
    compare = "hold the others against this attempt; again for your file";
    /// Shows the question before a run.
    predict = "the question before a run; answering is up to you";
    /// Answers the question.
    choose = "answer with the choice of that number";
    /// Shows all actions and exercises.
    menu = "any action or exercise, by a part of its name";
    /// Does what is selected in the menu.
    do_it = "do what is selected";
    /// Finds words, or an exercise.
    find = "find words in this pane; in the list, an exercise";
    /// Goes to the next place with the words that were looked for.
    next_match = "the next place with the words you looked for";
    /// Goes to the place before it.
    previous_match = "the place before, with the same words";
    /// Goes to a pane.
    next_pane = "the next pane";
    /// Goes to a pane.
    previous_pane = "the pane before";
    /// Goes to a pane.
    pane = "the pane with that number";
    /// Enlarges a pane.
    zoom = "give the pane the whole screen, and back";
    /// Moves down.
    down = "down; in the checks, the numbers of the next check";
    /// Moves up.
    up = "up";
    /// Moves a page.
    page_down = "a page down";
    /// Moves a page.
    page_up = "a page up";
    /// Moves to the beginning.
    top = "to the beginning";
    /// Moves to the end.
    bottom = "to the end";
    /// Goes to an exercise.
    open = "go to the selected exercise";
    /// Shows the preview.
    preview = "show or hide what an exercise is about";
    /// Copies to the clipboard.
    copy = "copy what is wrong, or the solution, to the clipboard";
    /// Listens to the mouse.
    mouse = "listen to the mouse: it scrolls, selects and presses";
    /// Shows a part of the list.
    only_todo = "only what is to do, and back";
    /// Shows a part of the list.
    only_done = "only what is done, and back";
    /// Selects the exercise one is at.
    current = "the exercise you are at";
    /// Shows the tracks.
    tracks = "the tracks: choose one to go along";
    /// Follows a track.
    follow = "go along this track from now on";
    /// Shows the page of a chapter.
    page = "what this chapter is for: its page";
    /// Opens the glossary; the key twice goes to the beginning.
    glossary = "the glossary; twice: to the beginning";
    /// Leaves the page of a chapter.
    go_on = "go on to the exercise";
    /// Goes to a chapter.
    next_chapter = "the next chapter";
    /// Goes to a chapter.
    previous_chapter = "the chapter before";
    /// Changes the axis of a chart.
    log_scale = "a logarithmic or a linear y axis for the losses";
    /// Answers a question.
    yes = "yes";
    /// Answers a question.
    no = "no";
    /// Keeps what was found.
    keep_filter = "keep what is found, and leave the line";
    /// Erases a letter.
    erase = "take the last letter away";
    /// Erases the line.
    erase_line = "take the whole line away";
    /// Paints the screen.
    repaint = "paint the screen anew";
    /// Suspends the program.
    suspend = "suspend the program; `fg` brings it back";
    /// Goes through the charts and pictures.
    next_view = "the next chart, or the pictures";
    /// Shows another training of the same check.
    next_training = "the next training of this check, each with its own curves";
    /// Shows another training of the same check.
    previous_training = "the training before";
    /// Smooths the curves.
    smooth = "smooth the curves: not at all, a little, more";
    /// Changes the axis of a chart.
    time_axis = "the x axis: steps or seconds";
    /// Chooses a curve.
    next_series = "the cursor reads the next curve";
    /// Chooses a curve.
    previous_series = "the cursor reads the curve before";
    /// Lays the curves of another run under these.
    lay_over = "lay over: the reference, an earlier attempt, nothing";
    /// Enlarges a chart.
    alone = "give the chart or picture the whole screen, and back";
    /// Enlarges a part of a curve.
    nearer = "look at half as much of the curve, around the cursor";
    /// Shows more of a curve.
    farther = "look at twice as much of the curve";
    /// Goes to an earlier step.
    earlier = "a step back: the cursor, and the pictures";
    /// Goes to a later step.
    later = "a step forth";
    /// Goes to the first step.
    first = "to the first step";
    /// Goes to the newest step.
    latest = "to the newest step";
    /// Plays a training.
    play = "play it again, or pause; while it trains, pause the drawing only";
    /// Goes to a chart or picture.
    view = "the chart or picture with that number";
}
