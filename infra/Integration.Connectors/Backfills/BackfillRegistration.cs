using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Connectors.Backfills;

/// <summary>Registers backfills; a lane adds its own <see cref="IBackfillLane"/>.</summary>
internal static class BackfillRegistration
{
    public static IServiceCollection AddBackfills(this IServiceCollection services)
    {
        services.AddMigrations<BackfillMigrations>();
        services.AddMessages(typeof(BackfillMark), typeof(BackfillMarkPassed), typeof(BackfillReported));
        services.AddSingleton<BackfillRunner>().AddSingleton<BackfillMarks>();
        services.AddSingleton<Connections.ILaneHalves, BackfillReading>();
        services.AddSingleton<IEndpointModule, BackfillRoutes>();
        return services;
    }
}
