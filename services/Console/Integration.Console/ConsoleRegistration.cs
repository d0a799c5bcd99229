using Integration.Console.Alerts;
using Integration.Console.Api;
using Integration.Console.Attention;
using Integration.Console.DeadLetters;
using Integration.Console.Storage;
using Integration.Console.Timeline;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Console;

/// <summary>Registers the console: timeline, attention list, operations API, page and alerts.</summary>
public static class ConsoleRegistration
{
    /// <summary>Adds the console. Needs the platform.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertOptions>().Bind(configuration.GetSection("Alerts"));
        services.AddMigrations<ConsoleMigrations>();
        services.AddMessages(
            typeof(ActivityRecorded), typeof(AttentionRaised), typeof(AttentionCleared), typeof(ConnectionReported), typeof(PauseConnection),
            typeof(ReleaseOrder), typeof(ResubmitOrder), typeof(RereadRecord), typeof(AlertMessage));
        services.AddSingleton<AttentionActions>();
        services.AddSingleton<AlertOutbox>();
        services.AddDeadLetterSink<DeadLetterStore>();
        services.AddSingleton<TimelineConsumer>();
        services.AddSingleton<AlertConsumer>();
        services.AddHttpClient(nameof(AlertConsumer), client => client.Timeout = TimeSpan.FromSeconds(15))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddHostedService<ConsoleQueues>();
        services.AddSingleton<IEndpointModule, ConsoleEndpoints>();
        services.ConfigureHttpJsonOptions(json => ContractsJson.Apply(json.SerializerOptions));
        services.AddOpenApi();
        services.AddProblemDetails();
        return services;
    }
}
