//! What the keys of the key bar are called: a word or two each.

use crate::labels;

labels! {
    "screen_keys";

    /// Ends the program.
    quit = "quit";
    /// Goes back to where one was.
    back = "back";
    /// Shows the keys.
    help = "help";
    /// Goes to the next exercise.
    next = "next";
    /// Shows the hints, once all are open.
    hints = "hints";
    /// Opens the next hint.
    hint(shown, all) = "hint {shown}/{all}";
    /// Shows the list of the exercises.
    list = "list";
    /// Checks all exercises.
    check_all = "check all";
    /// Puts the file of an exercise back to its original.
    reset = "reset";
    /// Checks the exercise again.
    run_again = "run again";
    /// Stops the check that runs.
    stop = "stop";
    /// Opens the editor.
    edit = "edit";
    /// Shows the solution.
    solution = "solution";
    /// Uses what was built.
    use_it = "use it";
    /// Starts what is to be used.
    begin = "begin";
    /// Gives a line to what is in use.
    send = "send";
    /// Says that there are no more lines.
    end_lines = "end of lines";
    /// Shows the curves and pictures of a training.
    training = "training";
    /// Shows the attempts.
    attempts = "attempts";
    /// Puts an attempt back into the file.
    restore = "restore";
    /// Holds the other attempts against this one.
    compare = "compare";
    /// Shows the question before a run, which is not answered yet.
    predict = "predict";
    /// Shows the question before a run, which is answered.
    prediction = "prediction";
    /// Answers a question with the choice of that number.
    choose = "choose";
    /// Goes to the next place with the words that were looked for.
    next_match = "next match";
    /// Goes to the place before it.
    previous_match = "previous";
    /// Finds words, or an exercise.
    find = "find";
    /// Shows all actions and exercises.
    menu = "menu";
    /// Does what is selected in the menu.
    do_it = "do it";
    /// Goes to another pane.
    pane = "pane";
    /// Gives a pane the whole screen.
    zoom = "zoom";
    /// Gives a pane its own place again.
    unzoom = "unzoom";
    /// A line down.
    down = "down";
    /// A line up.
    up = "up";
    /// A page down.
    page_down = "page down";
    /// A page up.
    page_up = "page up";
    /// To the beginning.
    top = "top";
    /// Opens the glossary.
    glossary = "glossary";
    /// To the end.
    bottom = "end";
    /// Goes to the selected exercise.
    start = "start";
    /// Goes to the exercise selected in the check of all exercises.
    open = "open";
    /// Shows what an exercise is about.
    preview = "preview";
    /// Copies to the clipboard.
    copy = "copy";
    /// Listens to the mouse.
    mouse = "mouse";
    /// Leaves the mouse to the terminal.
    mouse_off = "mouse off";
    /// All exercises in the list, after only some of them.
    all = "all";
    /// Only the exercises that are to do.
    todo = "todo";
    /// Only the exercises that are done.
    done = "done";
    /// The exercise that one is at.
    current = "current";
    /// Shows the tracks to choose from.
    track = "track";
    /// Follows the selected track.
    follow = "follow";
    /// Shows the page that says what a chapter is for.
    why = "why";
    /// Goes on.
    go_on = "go on";
    /// Goes to another chapter.
    chapter = "chapter";
    /// A linear y axis.
    linear_y = "linear y";
    /// A logarithmic y axis.
    log_y = "log y";
    /// The answer to a question.
    yes = "yes";
    /// The answer to a question.
    no = "no";
    /// Keeps what was found.
    keep = "keep";
    /// Takes a letter away.
    erase = "erase";
    /// Takes all letters away.
    erase_line = "erase all";
    /// Paints the screen anew.
    repaint = "repaint";
    /// Suspends the program.
    suspend = "suspend";
    /// The next chart or picture.
    next_view = "next view";
    /// The next of several trainings.
    training_of_several = "next training";
    /// Smooths the curves, which are not smoothed yet.
    smooth = "smooth";
    /// Smooths the curves more; they are smoothed with this weight now.
    smooth_by(weight) = "smooth {weight}";
    /// Steps along the x axis.
    x_by_step = "x by step";
    /// Seconds along the x axis.
    x_by_time = "x by time";
    /// The cursor reads another curve.
    curve = "curve";
    /// The curves lie over those of another run: `run` is what that is called.
    over(run) = "over {run}";
    /// Lays the curves of another run under these.
    lay_over = "lay over";
    /// Less of a curve, and larger.
    nearer = "nearer";
    /// More of a curve.
    farther = "farther";
    /// A step forth.
    forth = "forth";
    /// To the first step.
    first = "first";
    /// To the newest step.
    latest = "latest";
    /// Stops a replay, or the drawing.
    pause = "pause";
    /// Plays a training again.
    play = "play";
    /// The chart or picture with that number.
    view = "view";
}
