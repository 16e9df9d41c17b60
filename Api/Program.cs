using Platform.Api;
using Platform.Api.Documentation;
using Platform.Api.Errors;
using Platform.Api.Home;
using Platform.Api.Idempotency;
using Platform.Api.Products;
using Platform.Api.Security;
using Platform.Hosting;

// The settings beside the program count, wherever it is started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.UseDefaultAddress();
builder.AddPlatform();
builder.Services.AddAccessTokens();
builder.Services.AddBrowserAccess(builder.Configuration, builder.Environment);
builder.Services.AddProducts();
builder.Services.AddDocumentation();

var app = builder.Build();
app.UseMiddleware<ProductRouting>();
app.UseCors();
app.UseMiddleware<ErrorEnvelopes>();
app.UseRouting();
app.UseMiddleware<Gate>();
app.UseMiddleware<IdempotencyKeys>();

app.MapProducts();
app.MapDocumentsBelowBases();
foreach (var place in app.Places())
{
    place.MapHome();
    place.MapDocumentation();
    place.MapHealth();
    place.MapJwks();
}

app.AnnounceWhenStarted(app.DatabaseLocation());
await app.RunAsync();
