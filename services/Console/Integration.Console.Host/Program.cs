using Integration.Console;
using Integration.Platform.Hosting;

var builder = ServiceHost.CreateBuilder(args, "console");
builder.Services.AddConsole(builder.Configuration);
await ServiceHost.RunAsync(builder);
