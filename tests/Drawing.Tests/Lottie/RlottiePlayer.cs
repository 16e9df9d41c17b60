using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Platform.Drawing.Tests.Lottie;

/// <summary>Samsung's player of Lottie files, by its C interface (rlottie_capi.h): it knows nothing of our painter.</summary>
internal sealed unsafe partial class RlottiePlayer : IDisposable
{
    private const string Library = "rlottie";
    private static readonly nint Loaded = Load();
    private readonly nint _animation;

    static RlottiePlayer() =>
        NativeLibrary.SetDllImportResolver(typeof(RlottiePlayer).Assembly, static (name, _, _) => name == Library ? Loaded : 0);

    public RlottiePlayer(byte[] lottie)
    {
        // The key is that of a cache, so each file has its own.
        var key = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(lottie));
        _animation = FromData(Encoding.UTF8.GetString(lottie), key, "");
        if (_animation == 0) throw new InvalidDataException("rlottie can't read the file.");
        GetSize(_animation, out var width, out var height);
        (Width, Height) = ((int)width, (int)height);
    }

    public static bool IsInstalled => Loaded != 0;

    public int Width { get; }

    public int Height { get; }

    public int FrameCount => (int)GetTotalFrame(_animation);

    public double FrameRate => GetFrameRate(_animation);

    /// <summary>One frame: premultiplied BGRA.</summary>
    public byte[] Render(int frame, int size)
    {
        var pixels = new byte[size * size * 4];
        fixed (byte* start = pixels) Render(_animation, (nuint)frame, (nint)start, (nuint)size, (nuint)size, (nuint)size * 4);
        return pixels;
    }

    public void Dispose() => Destroy(_animation);

    private static nint Load()
    {
        foreach (var name in new[] { "librlottie.so.0-1", "librlottie.so.0", "librlottie" })
        {
            if (NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), null, out var found)) return found;
        }

        return 0;
    }

    [LibraryImport(Library, EntryPoint = "lottie_animation_from_data", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint FromData(string data, string key, string resourcePath);

    [LibraryImport(Library, EntryPoint = "lottie_animation_get_size")]
    private static partial void GetSize(nint animation, out nuint width, out nuint height);

    [LibraryImport(Library, EntryPoint = "lottie_animation_get_totalframe")]
    private static partial nuint GetTotalFrame(nint animation);

    [LibraryImport(Library, EntryPoint = "lottie_animation_get_framerate")]
    private static partial double GetFrameRate(nint animation);

    [LibraryImport(Library, EntryPoint = "lottie_animation_render")]
    private static partial void Render(nint animation, nuint frame, nint buffer, nuint width, nuint height, nuint bytesPerLine);

    [LibraryImport(Library, EntryPoint = "lottie_animation_destroy")]
    private static partial void Destroy(nint animation);
}
