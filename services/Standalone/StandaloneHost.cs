using Integration.Acumatica;
using Integration.Console;
using Integration.Dynamics;
using Integration.OrderToCash;
using Integration.Platform.Hosting;
using Integration.XCart;
using Microsoft.AspNetCore.Builder;

namespace Integration.Standalone;

/// <summary>All services in one process: the embedded default. It registers the same libraries as the separate hosts, and nothing else.</summary>
public static class StandaloneHost
{
    /// <summary>A builder with every service added, configured by <paramref name="args"/> (<c>--Section:Key=value</c>).</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "standalone");
        builder.Services.AddXCartGateway(builder.Configuration);
        builder.Services.AddAcumaticaAdapter(builder.Configuration);
        builder.Services.AddDynamicsAdapter(builder.Configuration);
        builder.Services.AddOrderToCash(builder.Configuration);
        builder.Services.AddConsole(builder.Configuration);
        return builder;
    }
}
