using Integration.Dynamics;
using Integration.Platform.Hosting;

var builder = ServiceHost.CreateBuilder(args, "dynamics-adapter");
builder.Services.AddDynamicsAdapter(builder.Configuration);
await ServiceHost.RunAsync(builder);
