using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics.Tokens;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging;

namespace Integration.Dynamics;

/// <summary>Makes the connectors of Dynamics connections.</summary>
internal sealed class DynamicsConnectorFactory(ISecrets secrets, TimeProvider clock, ILogger<DynamicsConnector> log) : IConnectorFactory, IDisposable
{
    /// <summary>The kind in pair files.</summary>
    public const string KindOfConnection = "dynamics";

    private readonly List<IDisposable> _made = [];
    private readonly Lock _lock = new();

    /// <inheritdoc />
    public string Kind => KindOfConnection;

    /// <inheritdoc />
    public IConnector Create(ConnectionDefinition connection)
    {
        var settings = DynamicsSettings.Parse(connection);
        if (!connection.Secrets.ContainsKey(Credentials.Secret) && !connection.Secrets.ContainsKey(Credentials.CertificatePem))
            throw new PairFileException(connection.File, $"{connection.Name}.secrets.{Credentials.Secret}", "No secret is named.", $"Write \"{Credentials.Secret}\": \"NAME-OF-THE-SECRET\", or name a certificate with its private key (PEM) as \"{Credentials.CertificatePem}\".");

        var credentials = new Credentials(connection, secrets);
        // Entra is another host than the environment, with a client of its own: calls there are not the environment's.
        var entra = OutsideHttp.Create(connection with { Url = new Uri(settings.Authority), CallsPerMinute = null }, credentials.Values, clock, log);
        List<IDisposable> made = [entra];
        Endpoint At(ConnectionDefinition at, string scope)
        {
            var tokens = new EntraTokens(entra, settings, scope, credentials, clock);
            made.Insert(0, tokens);
            return new Endpoint(at.Url, OutsideHttp.Create(at, credentials.Values, clock, log), tokens);
        }

        var finance = settings.HasFinance ? At(settings.FinanceOf(connection), settings.FinanceScopeOf(connection)) : null;
        var connector = new DynamicsConnector(connection, settings, finance, settings.HasDataverse ? At(connection, settings.ScopeOf(connection)) : null, clock);
        lock (_lock)
        {
            _made.Add(connector);
            _made.AddRange(made);
        }

        return connector;
    }

    /// <summary>Frees what the connectors hold; the container does so when the service stops.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var made in _made) made.Dispose();
            _made.Clear();
        }
    }
}
