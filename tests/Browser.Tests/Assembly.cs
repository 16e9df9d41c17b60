using System.Runtime.Versioning;

// Signals, pid files and bash.
[assembly: SupportedOSPlatform("linux")]
// Each test loads the whole machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
