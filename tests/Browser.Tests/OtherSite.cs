using System.Net;
using System.Text;
using Platform.Testing;

namespace Platform.Browser.Tests;

/// <summary>A site of somebody else's, of one page.</summary>
internal sealed class OtherSite : IDisposable
{
    private readonly HttpListener _listener = new();

    public OtherSite(string page)
    {
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync(Encoding.UTF8.GetBytes(page));
    }

    /// <summary>By its name another origin than the server, which browsers know by its number.</summary>
    public string Address { get; } = $"http://localhost:{Ports.Free()}/";

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync(byte[] page)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/html";
                await context.Response.OutputStream.WriteAsync(page);
                context.Response.Close();
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // It is closed.
        }
    }
}
