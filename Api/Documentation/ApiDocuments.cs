using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Api.Products;

namespace Platform.Api.Documentation;

/// <summary>The products' OpenAPI documents, each made when it is first asked for.</summary>
internal sealed class ApiDocuments(IServiceProvider services)
{
    // Read by people too: apostrophes stay apostrophes.
    private static readonly JsonSerializerOptions Written =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<(string ProductId, string Server), Lazy<Task<string>>> _documents = new();

    /// <param name="server">The path before every route, as the reader must send it.</param>
    public Task<string> GetAsync(Product product, string server) =>
        _documents.GetOrAdd((product.Id, server), _ => new(() => WriteAsync(product, server))).Value;

    private async Task<string> WriteAsync(Product product, string server) =>
        (await ApiDocument.BuildAsync(product, server, services)).ToJsonString(Written) + "\n";
}
