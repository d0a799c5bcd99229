using Integration.Platform.Secrets;
using Microsoft.Extensions.Options;

namespace Integration.Console.Alerts;

/// <summary>Channels are taken only where what they carry can be signed and cannot be read on the way.</summary>
internal sealed class AlertOptionsCheck(ISecrets secrets) : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var failures = new List<string>();
        var channels = new ChannelCheck(secrets, options.LocalAddresses, failures);
        if (options.Webhook is { } webhook) channels.Webhook("Alerts:Webhook", webhook, options.Secret);
        foreach (var (channel, of) in options.Channels) channels.Check(channel, of);
        if (options.ConsoleUrl is { } console && !(console.IsAbsoluteUri && console.Scheme is "https" or "http"))
        {
            failures.Add("Alerts:ConsoleUrl must be the console's address as its readers type it, such as https://integration.example/.");
        }

        if (options.RetryAfter <= TimeSpan.Zero || options.GiveUpAfter <= options.RetryAfter)
        {
            failures.Add("Alerts:RetryAfter must be more than nothing and less than Alerts:GiveUpAfter.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
