//! Whether a program could use a graphics card: that takes a CUDA device, its driver and the toolkit.

use super::Finding;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Cuda {
    /// The names of the devices.
    pub devices: Vec<String>,
    /// The version of the driver.
    pub driver: Option<String>,
    /// The version of the toolkit, as `nvcc` says it.
    pub toolkit: Option<String>,
}

/// Nothing about a graphics card is wrong: every exercise runs on the processor.
pub fn examine(cuda: &Cuda) -> Finding {
    let part = |name: &str, version: &Option<String>| match version {
        Some(version) => Ok(format!("{name} {version}")),
        None => Err(name.to_owned()),
    };
    let device = match cuda.devices.is_empty() {
        true => Err("a CUDA device".to_owned()),
        false => Ok(cuda.devices.join(", ")),
    };
    let parts = [
        device,
        part("the driver", &cuda.driver),
        part("the toolkit (nvcc)", &cuda.toolkit),
    ];
    let there: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    let missing = parts.iter().filter_map(|part| part.as_ref().err());
    let missing: Vec<&str> = missing.map(String::as_str).collect();
    Finding::Good(match (&there[..], &missing[..]) {
        (there, []) => format!(
            "A graphics card can be used: {} are there. The course does not need it, and runs on the processor unless it \
             is built for CUDA.",
            list(there)
        ),
        ([], missing) => format!(
            "No graphics card will be used, the processor is: {} are missing. Nothing in the course needs them.",
            list(missing)
        ),
        (there, missing) => format!(
            "No graphics card will be used, the processor is: {} {} there, but {} {} missing. Nothing in the course needs \
             one.",
            list(there),
            are(there),
            list(missing),
            are(missing)
        ),
    })
}

fn are(things: &[&str]) -> &'static str {
    if things.len() == 1 { "is" } else { "are" }
}

fn list(things: &[&str]) -> String {
    match things {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        things => things.concat(),
    }
}

/// Names and driver from the lines of `nvidia-smi --query-gpu=name,driver_version --format=csv,noheader`.
pub fn read_devices(said: &str) -> (Vec<String>, Option<String>) {
    let lines = said.lines().filter_map(|line| line.rsplit_once(','));
    let (names, drivers): (Vec<&str>, Vec<&str>) = lines.unzip();
    let names = names.iter().map(|name| name.trim().to_owned()).collect();
    (
        names,
        drivers.first().map(|driver| driver.trim().to_owned()),
    )
}

/// The version in what `nvcc --version` says: `Cuda compilation tools, release 12.4, V12.4.131`.
pub fn read_toolkit(said: &str) -> Option<String> {
    let (_, after) = said.split_once("release ")?;
    let version = after.split([',', '\n']).next()?.trim();
    (!version.is_empty()).then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn what_is_there_and_what_is_missing_is_said() {
        let version = || Some("12.4".to_owned());
        let devices = || vec!["A100".to_owned()];
        let table = [
            (
                Vec::new(),
                None,
                None,
                "a CUDA device, the driver and the toolkit (nvcc) are missing",
            ),
            (
                Vec::new(),
                None,
                version(),
                "the toolkit (nvcc) 12.4 is there, but a CUDA device and the driver are missing",
            ),
            (
                devices(),
                version(),
                None,
                "A100 and the driver 12.4 are there, but the toolkit (nvcc) is missing",
            ),
            (
                devices(),
                version(),
                version(),
                "A graphics card can be used: A100, the driver 12.4 and",
            ),
        ];
        for (devices, driver, toolkit, sentence) in table {
            let cuda = Cuda {
                devices,
                driver,
                toolkit,
            };
            assert_says(&examine(&cuda), "ok", sentence);
        }
    }

    #[test]
    fn what_the_tools_print_is_read() {
        let (names, driver) =
            read_devices("NVIDIA A100-SXM4-40GB, 550.54.14\nTesla T4, 550.54.14\n");
        assert_eq!(names, ["NVIDIA A100-SXM4-40GB", "Tesla T4"]);
        assert_eq!(driver.as_deref(), Some("550.54.14"));
        assert_eq!(read_devices("No devices were found\n"), (Vec::new(), None));
        let said = "nvcc: NVIDIA (R) Cuda compiler driver\nCuda compilation tools, release 12.4, V12.4.131\n";
        assert_eq!(read_toolkit(said).as_deref(), Some("12.4"));
        assert_eq!(read_toolkit("nonsense"), None);
    }
}
