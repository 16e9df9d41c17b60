using System.Text.Json.Serialization;
using Platform.Api.Errors;

namespace Platform.Api.Products;

/// <summary>
/// One of the REST products: its routes, its JSON and its error envelope. A product translates between its contract and the grains; it
/// decides nothing and stores nothing.
/// </summary>
/// <param name="id">The path prefix without its slash, and the audience of the product's tokens.</param>
/// <param name="title">What people call it.</param>
/// <param name="basePath">The path that the contract itself puts before every route.</param>
/// <param name="accessTokenLife">How long an access token lives. The gate ends a session at once, so a long life costs little.</param>
/// <param name="json">Describes every request and response of the product.</param>
public abstract class Product(string id, string title, string basePath, TimeSpan accessTokenLife, JsonSerializerContext json)
{
    public string Id => id;

    public string Title => title;

    public string BasePath => basePath;

    /// <summary>Where the payment service tells it what has happened, below <see cref="BasePath"/>; empty: nothing is sold by plan.</summary>
    public virtual string WebhookPath => "";

    /// <summary>
    /// Where a WebSocket is opened, below <see cref="BasePath"/>, by clients that know only the base address or the host; empty: such clients
    /// there are none.
    /// </summary>
    public virtual string SocketPath => "";

    /// <summary>Where clients of Socket.IO are answered, below <see cref="BasePath"/>; empty: there are none.</summary>
    public virtual string SocketIoPath => "";

    public TimeSpan AccessTokenLife => accessTokenLife;

    public JsonSerializerContext Json => json;

    /// <summary>Maps the routes below <see cref="BasePath"/>.</summary>
    public abstract void Map(RouteGroupBuilder routes);

    /// <summary>Writes an error in the product's envelope. Status and headers are already set.</summary>
    public abstract Task WriteErrorAsync(HttpResponse response, ApiError error);

    /// <summary>The error for what a grain refused: the contract may have its own status or code.</summary>
    public virtual ApiError ErrorOf(Refusal refusal) => refusal.ToError();

    /// <summary>The product that the request asks, or null where the path names none.</summary>
    public static Product? Of(HttpContext context) => context.Features.Get<Product>();
}
