//! What the system tells of this process and this machine: memory and load. `None` wherever it tells nothing; only Linux does.

/// Memory that the process holds now, in bytes.
pub fn resident() -> Option<u64> {
    status("VmRSS:")
}

/// Most memory that the process ever held, in bytes.
pub fn peak() -> Option<u64> {
    status("VmHWM:")
}

/// Mean number of runnable processes during the last minute.
pub fn load() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// Processor time that the process has used, in seconds, to a hundredth.
pub fn processor() -> Option<f64> {
    /// Ticks a second, as Linux counts them for everybody.
    const TICKS: f64 = 100.0;
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name comes before, in brackets, and may hold anything.
    let (_, fields) = text.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
    ticks.sum::<Result<f64, _>>().ok().map(|ticks| ticks / TICKS)
}

fn status(line: &str) -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes = text.lines().find_map(|found| found.strip_prefix(line))?.trim().strip_suffix(" kB")?;
    Some(kibibytes.parse::<u64>().ok()? << 10)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn linux_tells_all_of_it() {
        assert!(peak().unwrap() >= resident().unwrap() && resident().unwrap() > 1 << 20);
        assert!(load().unwrap() >= 0.0 && processor().unwrap() >= 0.0);
    }
}
