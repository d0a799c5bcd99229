using MassTransit;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

/// <summary>The one bus of the process: no endpoint of its own, no topology but what <see cref="QueueHost"/> connects.</summary>
internal static class BusRegistration
{
    public static void AddBus(this IServiceCollection services, bool rabbitMq)
    {
        services.AddOptions<MassTransitHostOptions>().Configure(host => host.ConsumerStopTimeout = TimeSpan.FromSeconds(10));

        // It logs every exception with its text, which may hold personal data; IDeliveryFailures tells what may be told.
        services.AddLogging(logging => logging.AddFilter("MassTransit.ReceiveTransport", LogLevel.None));
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            if (rabbitMq)
            {
                bus.UsingRabbitMq((context, broker) =>
                {
                    var options = context.GetRequiredService<IOptions<MessagingOptions>>().Value;
                    broker.Host(options.Uri!, host => host.PublisherConfirmation = true);
                    broker.ConfigureJsonSerializerOptions(MessageJson.Replace);
                });
            }
            else
            {
                bus.UsingInMemory((_, memory) => memory.ConfigureJsonSerializerOptions(MessageJson.Replace));
            }
        });
        services.RemoveMassTransitHostedService();
        services.AddSingleton<BusService>();
        services.AddHostedService(provider => provider.GetRequiredService<BusService>());
    }
}
