using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Database;

/// <summary>Registers the database port.</summary>
public static class DatabaseRegistration
{
    /// <summary>Adds <see cref="IDatabase"/>, <see cref="SharedTransactions"/> and the schema runner; further calls change nothing.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(IDatabase)))
        {
            return services;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DatabaseOptions>();
        services.AddSingleton(Open);
        services.AddSingleton<SharedTransactions>();
        services.AddSingleton<SchemaRunner>();
        services.AddMigrations<PlatformMigrations>();
        services.AddHostedService<SchemaService>();
        return services;
    }

    /// <summary>Adds a module's schema; a second registration of the same type changes nothing.</summary>
    public static IServiceCollection AddMigrations<TMigrations>(this IServiceCollection services)
        where TMigrations : class, IMigrations
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMigrations, TMigrations>());
        return services;
    }

    /// <summary>Opens a database outside a container (tools, tests). Dispose the result by <see cref="IAsyncDisposable"/>.</summary>
    public static IDatabase Open(DatabaseOptions options, ILoggerFactory? loggers = null) =>
        options.IsPostgres ? new PostgresDatabase(options, loggers) : new SqliteDatabase(options);

    /// <summary>Applies <paramref name="modules"/> and the platform's own tables to a database opened outside a container.</summary>
    public static Task MigrateAsync(
        IDatabase database, IEnumerable<IMigrations> modules, TimeProvider clock, CancellationToken ct) =>
        new SchemaRunner(database, [new PlatformMigrations(), .. modules], clock, NullLogger<SchemaRunner>.Instance)
            .RunAsync(ct);

    private static IDatabase Open(IServiceProvider provider) =>
        Open(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, provider.GetService<ILoggerFactory>());
}
