//! Pages read by several threads, and handed on in their order.
//!
//! A thread takes the next input as soon as it is free; what it makes of it waits until everything before has been
//! handed on. So the output is the same for any number of threads. Only so many inputs are under way at once, however
//! long the first of them takes: one that is begun needs a permit, which is given back when it was handed on.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::iter::Enumerate;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many inputs may be under way for each thread: enough that the others have work behind one that is long.
const AHEAD: usize = 8;
/// As much as the main thread has.
const STACK: usize = 8 << 20;

/// Does `work` on every input in so many threads, and hands what comes of it to `take` in the order of the inputs.
/// An error of `take` ends it.
pub(crate) fn in_order<I: Send, T: Send>(
    jobs: usize,
    inputs: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<()>,
) -> Result<()> {
    if jobs < 2 {
        return inputs.map(work).try_for_each(take);
    }
    let (permits, permitted) = mpsc::channel();
    let queue = Mutex::new(Queue { inputs: Some(inputs.enumerate()), permitted });
    let (done, results) = mpsc::channel();
    thread::scope(|scope| {
        // Dropped at the end or by an error of `take`: without permits, the threads end.
        let permits: Sender<()> = permits;
        for _ in 0..jobs {
            let (queue, work, done) = (&queue, &work, done.clone());
            let run = move || {
                while let Some((at, input)) = next(queue) {
                    let mut promise = Promise { at, made: None, done: &done };
                    promise.made = Some(work(input));
                }
            };
            let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run);
            thread.context("cannot start a thread; with --jobs 1 none is needed")?;
        }
        drop(done);
        for _ in 0..jobs * AHEAD {
            let _ = permits.send(());
        }
        let (mut waiting, mut first) = (BTreeMap::new(), 0);
        for (at, made) in results {
            waiting.insert(at, made);
            while let Some(made) = waiting.remove(&first) {
                // A thread that has panicked made nothing; its panic goes on where the threads are joined.
                let Some(made) = made else { return Ok(()) };
                take(made)?;
                first += 1;
                let _ = permits.send(());
            }
        }
        Ok(())
    })
}

/// The inputs that nobody has taken yet.
struct Queue<I> {
    inputs: Option<Enumerate<I>>,
    permitted: Receiver<()>,
}

/// The next input with its place, as soon as there is a permit.
fn next<I: Iterator>(queue: &Mutex<Queue<I>>) -> Option<(usize, I::Item)> {
    let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    queue.inputs.as_ref()?;
    queue.permitted.recv().ok()?;
    let next = queue.inputs.as_mut().and_then(Iterator::next);
    if next.is_none() {
        queue.inputs = None;
    }
    next
}

/// What will come of an input; told also where the thread panics.
struct Promise<'a, T> {
    at: usize,
    made: Option<T>,
    done: &'a Sender<(usize, Option<T>)>,
}

impl<T> Drop for Promise<'_, T> {
    fn drop(&mut self) {
        let _ = self.done.send((self.at, self.made.take()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::time::Duration;

    #[test]
    fn the_order_is_that_of_the_inputs() {
        for jobs in [1, 2, 7] {
            let mut taken = Vec::new();
            let slow = |n: u64| {
                thread::sleep(Duration::from_micros(n * 7919 % 400));
                n * n
            };
            in_order(jobs, 0..200, slow, |square| {
                taken.push(square);
                Ok(())
            })
            .unwrap();
            assert_eq!(taken, (0..200).map(|n| n * n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn only_so_many_are_under_way() {
        let (begun, taken, most) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |n: usize| {
            let under_way = begun.fetch_add(1, SeqCst) + 1 - taken.load(SeqCst);
            most.fetch_max(under_way, SeqCst);
            thread::sleep(Duration::from_millis(if n == 0 { 100 } else { 0 }));
        };
        in_order(3, 0..500, work, |()| {
            taken.fetch_add(1, SeqCst);
            Ok(())
        })
        .unwrap();
        assert_eq!(begun.load(SeqCst), 500);
        assert!(most.load(SeqCst) <= 3 * AHEAD, "{}", most.load(SeqCst));
    }

    #[test]
    fn an_error_ends_it() {
        let begun = AtomicUsize::new(0);
        let work = |n: usize| {
            begun.fetch_add(1, SeqCst);
            n
        };
        let ended = in_order(4, 0.., work, |n| match n {
            20 => Err(anyhow::anyhow!("full")),
            _ => Ok(()),
        });
        assert_eq!(ended.unwrap_err().to_string(), "full");
        assert!(begun.load(SeqCst) <= 21 + 4 * AHEAD);
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_is_no_hang() {
        let work = |n: usize| assert_ne!(n, 30);
        let _ = in_order(2, 0.., work, |()| Ok(()));
    }
}
