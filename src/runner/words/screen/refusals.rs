//! Why a key does nothing now.

use crate::sentences;

sentences! {
    "screen_refusals";

    /// There is no next exercise in the course.
    course_done = "Every exercise is done.";
    /// There is no next exercise on the track.
    track_done(track, key) = "Every exercise of {track} is done; `{key}` in the list leads to the other tracks.";
    /// The exercise does not pass yet, so there is no going on.
    not_passed(key, list) = "`{key}` goes on once this exercise passes; `{list}` lists the others.";
    /// The exercise has not passed yet, so the solution stays closed.
    solution_closed(key) = "`{key}` shows the solution once this exercise has passed.";
    /// Nothing in the exercise is made to be used.
    no_use = "There is nothing to use in this exercise: it is done when it passes.";
    /// The exercise has not passed yet, so there is nothing to use.
    nothing_to_use(key) = "`{key}` runs what you have built once this exercise has passed.";
    /// Nothing that is typed goes to the program any more.
    lines_ended = "You have ended the lines. The program goes on without you.";
    /// The program has not reported a training.
    no_training(key) = "`{key}` shows a training once the program has reported one.";
    /// Nothing was checked yet.
    no_attempts(key) = "`{key}` shows what was checked, once something was.";
    /// There is nowhere to go back to.
    only_quits(key) = "`{key}` quits.";
    /// The exercise has no hints.
    no_hints = "This exercise has no hints.";
    /// The list of the attempts is empty.
    no_attempt = "There is no attempt to choose.";
    /// The selected attempt has the same text as the file.
    same_attempt = "Your file is this attempt already.";
    /// There is no question before this run.
    no_prediction = "This exercise asks for no prediction, or you passed it without one.";
    /// The answer to the question is known.
    told_already = "The run has told already.";
    /// The question has fewer choices.
    no_choice = "There is no such choice.";
    /// There is nothing to stop.
    nothing_runs = "Nothing is running.";
    /// No chart with an axis that could be logarithmic.
    no_loss_chart = "There is no chart of a loss.";
    /// The preview has a pane of its own.
    preview_in_sight = "The preview is in sight.";
    /// There is no text in which something could be looked for.
    no_text = "There is no text to search here.";
    /// What is looked for does not stand in the pane.
    no_such_words = "This pane does not have these words.";
    /// What was typed finds no exercise.
    no_exercise = "No exercise matches.";
    /// The current exercise is selected already.
    at_it = "You are at it.";
    /// The list shows a track that leaves the current exercise out.
    not_on_track = "The exercise you are at is not on this track.";
    /// The course has no tracks.
    no_tracks = "This course has no tracks.";
    /// The course has no glossary, and the key that was pressed opens it. People press it who want to go to the top.
    no_glossary(key) = "This course has no glossary; {key} goes to the top.";
    /// What was typed finds no term.
    no_term = "No term matches.";
    /// The chapter has no page.
    no_page = "This chapter has no page.";
    /// There is no diagnosis yet.
    nothing_to_copy = "There is nothing to copy yet.";
    /// The pane cannot be made larger.
    whole_screen = "It has the whole screen.";
    /// There is no other pane to go to.
    one_pane = "There is one pane only.";
    /// A chart has no room in this terminal.
    too_small = "The terminal is too small for that.";
    /// A picture is looked at, and the key is for charts. Tab is the key that goes to the next view.
    for_charts = "That is for charts; Tab goes to one.";
    /// The training has reported nothing.
    nothing_reported = "Nothing was reported yet.";
    /// There is one chart or picture only.
    one_view = "There is nothing else to look at.";
    /// There are fewer charts and pictures than the number that was typed.
    no_view = "There are not so many charts and pictures.";
    /// The check trained once only.
    one_training = "There is one training only.";
    /// The training has pictures only.
    no_chart = "There is no chart.";
    /// There are no curves of another run.
    no_other_run = "There is no other run to lay over these curves.";
    /// The chart has one curve.
    one_curve = "The chart has one curve only.";
    /// The cursor is not in sight. Left and Right are keys.
    no_cursor = "The cursor reads no curve yet: Left and Right move it.";
    /// The curve cannot be made smaller.
    all_in_sight = "All of the curve is in sight.";
    /// There is no step before.
    first_step = "This is the first step.";
    /// There is no step after.
    last_step = "This is the last step.";
    /// There is one step only.
    nothing_to_play = "There is nothing to play.";
}
