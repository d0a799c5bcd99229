using Integration.Acumatica;
using Integration.Platform.Hosting;

var builder = ServiceHost.CreateBuilder(args, "acumatica-adapter");
builder.Services.AddAcumaticaAdapter(builder.Configuration);
await ServiceHost.RunAsync(builder);
