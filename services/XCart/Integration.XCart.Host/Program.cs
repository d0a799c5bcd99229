using Integration.Platform.Hosting;
using Integration.XCart;

var builder = ServiceHost.CreateBuilder(args, "xcart-gateway");
builder.Services.AddXCartGateway(builder.Configuration);
await ServiceHost.RunAsync(builder);
