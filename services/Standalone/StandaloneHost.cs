using Integration.Acumatica;
using Integration.Console;
using Integration.OrderToCash;
using Integration.Platform.Hosting;
using Integration.XCart;
using Microsoft.AspNetCore.Builder;

namespace Integration.Standalone;

/// <summary>All services in one process: the embedded default. It registers the same libraries as the separate hosts, and nothing else.</summary>
public static class StandaloneHost
{
    /// <summary>A builder with every service added. Its configuration may still be extended.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = ServiceHost.CreateBuilder(args, "standalone");
        configure?.Invoke(builder);
        builder.Services.AddXCartGateway(builder.Configuration);
        builder.Services.AddAcumaticaAdapter(builder.Configuration);
        builder.Services.AddOrderToCash(builder.Configuration);
        builder.Services.AddConsole(builder.Configuration);
        return builder;
    }
}
