using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

internal sealed class MessagingOptionsCheck : IValidateOptions<MessagingOptions>
{
    public ValidateOptionsResult Validate(string? name, MessagingOptions options)
    {
        var errors = new List<string>();
        if (options.Transport is not ("memory" or "rabbitmq"))
        {
            errors.Add($"Messaging:Transport is '{options.Transport}'; write 'memory' or 'rabbitmq'.");
        }

        if (options.IsRabbitMq && options.Uri is not { Scheme: "amqp" or "amqps" })
        {
            errors.Add("Messaging:Uri must be 'amqp://user:password@host:5672/vhost' or 'amqps://…' (environment: INTEGRATION_Messaging__Uri).");
        }

        if (options.DeliveryLimit < 1)
        {
            errors.Add("Messaging:DeliveryLimit must be 1 or more (RabbitMQ 3 treats -1 as 0); the default is 50.");
        }

        if (options.RelayPoll < TimeSpan.FromMilliseconds(10) || options.RelayClaim < TimeSpan.FromSeconds(1))
        {
            errors.Add("Messaging:RelayPoll must be 00:00:00.010 or more and Messaging:RelayClaim 00:00:01 or more.");
        }

        if (options.RelayConcurrency < 1)
        {
            errors.Add("Messaging:RelayConcurrency must be 1 or more; the default is 128.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
