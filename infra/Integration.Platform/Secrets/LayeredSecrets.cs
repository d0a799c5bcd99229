using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Secrets;

internal sealed class LayeredSecrets(IOptions<SecretsOptions> options, IConfiguration configuration) : ISecrets
{
    public string? Get(string name)
    {
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0 || name.StartsWith('.'))
        {
            throw new ArgumentException($"'{name}' is not the name of a secret.", nameof(name));
        }

        return FromFile(name)
            ?? Environment.GetEnvironmentVariable(Variable(name))
            ?? configuration[$"Secrets:Values:{name}"];
    }

    public string Require(string name) => Get(name) ?? throw new InvalidOperationException(
        $"Secret '{name}' is missing: put it in a file '{name}' in the folder of Secrets:Folder, or set environment variable "
        + $"{Variable(name)}, or (development only) Secrets:Values:{name}.");

    private static string Variable(string name) => "INTEGRATION_SECRET_"
        + string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'));

    private string? FromFile(string name)
    {
        if (options.Value.Folder.Length == 0)
        {
            return null;
        }

        var file = Path.Combine(options.Value.Folder, name);
        return File.Exists(file) ? File.ReadAllText(file).TrimEnd('\r', '\n') : null;
    }
}
