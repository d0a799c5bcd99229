using Integration.Platform.Secrets;
using Microsoft.Extensions.Options;

namespace Integration.Console.Alerts;

/// <summary>A webhook is asked for only where its alerts can be signed and cannot be read on the way.</summary>
internal sealed class AlertOptionsCheck(ISecrets secrets) : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        if (options.Webhook is not { } webhook) return ValidateOptionsResult.Success;
        var failures = new List<string>();
        if (!webhook.IsAbsoluteUri || !(webhook.Scheme == Uri.UriSchemeHttps || (webhook.Scheme == Uri.UriSchemeHttp && webhook.IsLoopback)))
        {
            failures.Add("Alerts:Webhook must be an https:// address, or http:// to this machine.");
        }

        if (AlertSignature.KeyOf(secrets.Get(options.Secret)) is null)
        {
            failures.Add($"Alerts:Webhook is set, and the secret '{options.Secret}' that signs alerts is missing or malformed: it must be 'whsec_' and base64 of 24 to 64 bytes (make one by: echo whsec_$(openssl rand -base64 32)).");
        }

        if (options.RetryAfter <= TimeSpan.Zero || options.GiveUpAfter <= options.RetryAfter)
        {
            failures.Add("Alerts:RetryAfter must be more than nothing and less than Alerts:GiveUpAfter.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
