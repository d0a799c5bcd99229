using Integration.Acumatica;
using Integration.Platform.Hosting;

var builder = ServiceHost.CreateBuilder(args, "acumatica");
builder.Services.AddAcumaticaAdapter(builder.Configuration);
await ServiceHost.RunAsync(builder);
