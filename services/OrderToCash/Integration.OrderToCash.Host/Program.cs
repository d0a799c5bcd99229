using Integration.OrderToCash;
using Integration.Platform.Hosting;

var builder = ServiceHost.CreateBuilder(args, "order-to-cash");
builder.Services.AddOrderToCash(builder.Configuration);
await ServiceHost.RunAsync(builder);
