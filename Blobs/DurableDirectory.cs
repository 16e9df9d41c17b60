using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Platform.Blobs;

/// <summary>
/// Directories whose entries survive a loss of power. A new file or directory is on the disk only when the directory that holds it was
/// flushed too (fsync(2)); Windows has no such call, and needs none.
/// </summary>
internal sealed partial class DurableDirectory(string root)
{
    public string Path { get; } = root;

    /// <summary>Creates a directory under the root, and what is missing above it.</summary>
    public void Create(string path)
    {
        if (Directory.Exists(path)) return;
        if (path != Path) Create(System.IO.Path.GetDirectoryName(path)!);
        PrivateDirectory.Create(path);
        if (path != Path) Flush(System.IO.Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes the entries of a directory durable.</summary>
    /// <exception cref="DirectoryNotFoundException">It was deleted.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            var code = Marshal.GetLastPInvokeError();
            throw code == NoEntry ? new DirectoryNotFoundException(path) : Failed(code);
        }

        try
        {
            // Some file systems can't flush a directory, and say so: they promise nothing, whatever one does.
            if (Fsync(descriptor) < 0 && Marshal.GetLastPInvokeError() is var code and not InvalidArgument) throw Failed(code);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(int code) => new($"A directory could not be flushed: {new Win32Exception(code).Message}");

    private const int ReadOnly = 0;
    private const int NoEntry = 2;
    private const int InvalidArgument = 22;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
