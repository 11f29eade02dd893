//! The checks that a candidate is put to, each worked out only as far as the verdict needs it.

use super::ended::Ended;
use super::run::Run;
use crate::runner::build::{Product, Workshop, is_ready};
use crate::runner::event::{CheckEvent, Stage};
use crate::runner::reference::{Kept, Reference};
use crate::runner::source::Source;
use crate::sheet::{Check, Depth, Planned};

/// What a candidate is put to.
pub(super) trait Sheet {
    /// Which checks there are.
    fn plan(&mut self) -> Result<Vec<Planned>, Ended>;

    /// Whether one of them is known as far as that, or has to be worked out.
    fn is_known(&self, number: usize, depth: Depth) -> bool;

    /// One of them, as far as that is wanted.
    fn check(&mut self, number: usize, depth: Depth) -> Result<Check, Ended>;
}

/// A sheet that is there as a whole.
pub(super) struct Complete<'a>(pub(super) &'a [Check]);

impl Sheet for Complete<'_> {
    fn plan(&mut self) -> Result<Vec<Planned>, Ended> {
        let planned = self.0.iter().map(|check| Planned {
            name: check.name.clone(),
            function: check.function.clone(),
            kind: check.kind,
            // A sheet does not say, so it is not asked.
            written: String::new(),
            metered: Vec::new(),
            cases: check.cases.len(),
            last: check.cases.iter().filter(|case| case.last).count(),
            is_hunt: check.mistakes.iter().any(|mistake| mistake.is_bug),
        });
        Ok(planned.collect())
    }

    fn is_known(&self, _: usize, _: Depth) -> bool {
        true
    }

    fn check(&mut self, number: usize, depth: Depth) -> Result<Check, Ended> {
        let mut check = self.0[number].clone();
        for case in &mut check.cases {
            let mut mistakes = 0..;
            case.wrong
                .retain(|_| mistakes.next().is_some_and(|mistake| depth.runs(mistake)));
            let mut mistakes = 0..;
            case.inspected
                .retain(|_| mistakes.next().is_some_and(|mistake| depth.runs(mistake)));
        }
        if !depth.varies() {
            check.variations.clear();
        }
        Ok(check)
    }
}

/// A sheet that comes piece by piece: from the cache, or from the reference, which is built and started when it is needed.
pub(super) struct OnDemand<'a> {
    run: Run<'a>,
    source: Source,
    /// The fingerprint of the text of the reference, where that decides alone what it answers.
    print: Option<String>,
    /// Its pieces on disk.
    kept: Option<Kept>,
    /// What was there when it was looked for: the plan, and the cases of each check.
    known: Option<(Vec<Planned>, Vec<Option<Check>>)>,
    built: Option<Product>,
    started: Option<Reference<'a>>,
}

/// A check that takes more bytes on disk is read when its turn comes, so that there is one such in memory at a time.
const LARGE: u64 = 16 << 20;

impl<'a> OnDemand<'a> {
    /// The sheet of the check as it is on disk, with what is in the cache.
    pub(super) fn of(run: Run<'a>) -> Result<OnDemand<'a>, Ended> {
        let source = run.reference()?;
        let print = source.print();
        let kept = Kept::of(run.course, run.exercise, run.seed, &print);
        let known = kept.plan().map(|plan| {
            let cases = (0..plan.len()).map(|number| {
                let size = kept.size(number, Depth::Cases)?;
                (size < LARGE).then(|| kept.check(number, Depth::Cases))?
            });
            let cases = cases.collect();
            (plan, cases)
        });
        Ok(OnDemand {
            run,
            source,
            print: Some(print),
            kept: Some(kept),
            known,
            built: None,
            started: None,
        })
    }

    /// The fingerprint of the text of the reference, where that decides alone what it answers.
    pub(super) fn print(&self) -> Option<String> {
        self.print.clone()
    }

    /// The same, with the reference built where its first answer is not known: while the candidate is compiled, on another
    /// processor. A library that has to be built first is the candidate's to build, because it tells how far that is.
    pub(super) fn prepared(run: Run<'a>) -> Result<OnDemand<'a>, Ended> {
        let mut sheet = OnDemand::of(run)?;
        if sheet.known.is_none() && is_ready(&Workshop::of_references(run.course)) {
            // What keeps it from being built is told when it is asked for.
            sheet.built = run.quiet().build_reference(sheet.source.clone()).ok();
        }
        Ok(sheet)
    }

    /// The reference, running.
    fn reference(&mut self) -> Result<&mut Reference<'a>, Ended> {
        if self.started.is_none() {
            let built = match self.built.take() {
                Some(built) => built,
                None => self.run.build_reference(self.source.clone())?,
            };
            // What it was built from may include more than was known of before.
            self.print.clone_from(&built.print);
            let (course, exercise) = (self.run.course, self.run.exercise);
            let kept = |print: &String| Kept::of(course, exercise, self.run.seed, print);
            self.kept = built.print.as_ref().map(kept);
            let path = built.executable.path();
            let started = Reference::start(course, exercise, path, self.run.stop)?;
            self.built = Some(built);
            self.started = Some(started);
        }
        // It has just been put there.
        self.started.as_mut().ok_or_else(|| self.run.cancelled())
    }
}

impl Sheet for OnDemand<'_> {
    fn plan(&mut self) -> Result<Vec<Planned>, Ended> {
        if let Some((plan, _)) = &self.known {
            return Ok(plan.clone());
        }
        let plan = self.reference()?.plan()?;
        let plan = plan.ok_or_else(|| self.run.cancelled())?;
        if let Some(kept) = &self.kept {
            kept.keep_plan(&plan);
        }
        Ok(plan)
    }

    fn is_known(&self, number: usize, depth: Depth) -> bool {
        let kept = self.kept.as_ref();
        kept.is_some_and(|kept| kept.size(number, depth).is_some())
    }

    fn check(&mut self, number: usize, depth: Depth) -> Result<Check, Ended> {
        let known = self.known.as_mut().filter(|_| depth == Depth::Cases);
        let known = known.and_then(|(_, cases)| cases.get_mut(number)?.take());
        let kept = || self.kept.as_ref()?.check(number, depth);
        if let Some(check) = known.or_else(kept) {
            return Ok(check);
        }
        let run = self.run;
        let reference = self.reference()?;
        // Who has mistakes run one by one tells how many of them are done.
        let tell = |done, of| match depth {
            Depth::Mistake(_) => {}
            _ => run.tell(CheckEvent::Stage(Stage::Reference { done, of })),
        };
        tell(0, 0);
        let check = reference.check(number, run.seed, depth, &mut |done, of| tell(done, of))?;
        let check = check.ok_or_else(|| self.run.cancelled())?;
        if let Some(kept) = &self.kept {
            kept.keep_check(number, depth, &check);
        }
        Ok(check)
    }
}
