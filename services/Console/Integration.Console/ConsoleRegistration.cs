using System.Text.Json.Serialization;
using Integration.Connectors;
using Integration.Connectors.Http;
using Integration.Console.Access;
using Integration.Console.Alerts;
using Integration.Console.Api;
using Integration.Console.Attention;
using Integration.Console.Backfills;
using Integration.Console.DeadLetters;
using Integration.Console.Lanes;
using Integration.Console.Reconciliation;
using Integration.Console.Retention;
using Integration.Console.Retries;
using Integration.Console.Storage;
using Integration.Console.Timeline;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Integration.Platform.Secrets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Integration.Console;

/// <summary>Registers the console: timeline, attention list, operations API, page and alerts.</summary>
public static class ConsoleRegistration
{
    /// <summary>Adds the console. Needs the platform.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsCheck>();
        services.AddOptions<AlertOptions>().Bind(configuration.GetSection("Alerts")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConsoleOptions>>(provider => new ConsoleOptionsCheck(configuration, provider.GetRequiredService<ISecrets>()));
        services.AddOptions<ConsoleOptions>().Bind(configuration.GetSection("Console")).ValidateOnStart();
        services.AddMigrations<ConsoleMigrations>();
        services.AddMigrations<RetryMigrations>();
        services.AddMigrations<LaneMigrations>();
        services.AddMigrations<BackfillMigrations>();
        services.AddMessages(
            typeof(ActivityRecorded), typeof(AttentionRaised), typeof(AttentionCleared), typeof(ConnectionReported), typeof(PairCorrected), typeof(PauseConnection),
            typeof(ReleaseOrder), typeof(ResubmitOrder), typeof(RereadRecord), typeof(AlertMessage), typeof(NoticeRaised), typeof(LaneReported), typeof(ResumeLane),
            typeof(BackfillReported), typeof(DecideConflict));
        services.AddSingleton<AttentionActions>();
        services.AddPairs(configuration);
        services.AddReconciliation();
        services.AddSingleton<RetrySignal>().AddSingleton<BulkRetries>().AddSingleton<RetryRunner>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<RetryRunner>());
        services.AddSingleton<AlertOutbox>();
        services.AddDeadLetterSink<DeadLetterStore>();
        services.AddSingleton<TimelineConsumer>();
        services.AddSingleton<AlertConsumer>();
        services.AddSingleton<NoticeDesk>();
        services.AddSingleton<AlertChannels>();
        services.AddSingleton<AlertWebhook>();
        services.AddSingleton<AlertMail>();
        services.AddSingleton<IMailer, SmtpMailer>();
        services.AddHttpClient(nameof(AlertWebhook), client => client.Timeout = TimeSpan.FromSeconds(15))
            .ConfigurePrimaryHttpMessageHandler(provider => OutsideSockets.Handler(provider.GetRequiredService<IOptions<AlertOptions>>().Value.LocalAddresses));
        services.AddHostedService<ConsoleQueues>();
        services.AddHostedService<RetentionSweep>();
        services.AddSingleton<OperatorGuard>();
        services.AddSingleton<IStartupFilter, ApiPipeline>();
        services.AddSingleton<IEndpointModule, ConsoleEndpoints>();
        services.ConfigureHttpJsonOptions(json =>
        {
            ContractsJson.Apply(json.SerializerOptions);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi(document =>
        {
            document.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            document.AddDocumentTransformer((written, _, _) =>
            {
                (written.Info.Title, written.Info.Version) = ("Integration operations API", "1");
                return Task.CompletedTask;
            });
        });
        services.AddProblemDetails();
        return services;
    }
}
