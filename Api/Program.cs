using Platform.Api;
using Platform.Hosting;

// The settings beside the program count, wherever it is started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.UseDefaultAddress();
builder.AddFrontDoor();

var app = builder.Build();
app.UseFrontDoor();
app.AnnounceWhenStarted(app.DatabaseLocation());
await app.RunAsync();
