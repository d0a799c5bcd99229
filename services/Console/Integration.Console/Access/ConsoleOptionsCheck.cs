using Integration.Platform.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Integration.Console.Access;

/// <summary>The operations API does not start where others could reach it without a key or read along.</summary>
internal sealed class ConsoleOptionsCheck(IConfiguration configuration, ISecrets secrets) : IValidateOptions<ConsoleOptions>
{
    private const string SetKey =
        $"Set the secret '{OperatorGuard.KeySecret}' (a file of that name in the folder of Secrets:Folder, or the environment variable INTEGRATION_SECRET_CONSOLE_API_KEY)";

    public ValidateOptionsResult Validate(string? name, ConsoleOptions options)
    {
        var hasKey = secrets.Get(OperatorGuard.KeySecret) is { Length: > 0 };
        var failures = new List<string>();
        if (options.KeepDays is < 1 or > 3650)
        {
            failures.Add($"Console:KeepDays = {options.KeepDays}: it must be between 1 and 3650 days.");
        }

        if (options.RetriesPerSecond is < 1 or > 1000)
        {
            failures.Add($"Console:RetriesPerSecond = {options.RetriesPerSecond}: it must be between 1 and 1000.");
        }

        if (options.TlsInFront && !hasKey)
        {
            failures.Add($"Console:TlsInFront = true: behind a proxy every request seems to come from this machine, so the operations API needs an API key. {SetKey}.");
        }

        foreach (var address in ListenAddress.From(configuration).Where(address => !address.IsLocal))
        {
            if (!hasKey)
            {
                failures.Add($"{address.Setting} = {address.Url}: other machines could reach the operations API, and there is no API key. {SetKey}, or listen on http://127.0.0.1:PORT.");
            }

            if (!address.IsTls && !options.TlsInFront)
            {
                failures.Add($"{address.Setting} = {address.Url}: the operations API would be spoken to without TLS. Use an https:// address with a certificate; or, when a proxy in front terminates TLS, set Console:TlsInFront=true; or listen on http://127.0.0.1:PORT.");
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
