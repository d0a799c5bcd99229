using Integration.Acumatica.Sessions;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging;

namespace Integration.Acumatica;

/// <summary>Makes the connectors of Acumatica connections and, when the service stops, frees the seats that they hold.</summary>
internal sealed class AcumaticaConnectorFactory(ISecrets secrets, ITokenStore tokens, TimeProvider clock, ILogger<AcumaticaConnector> log) : IConnectorFactory, IAsyncDisposable
{
    private readonly List<AcumaticaConnector> _connectors = [];
    private readonly Lock _lock = new();

    /// <inheritdoc />
    public string Kind => "acumatica";

    /// <inheritdoc />
    public IConnector Create(ConnectionDefinition connection)
    {
        var settings = AcumaticaSettings.Parse(connection);
        foreach (var key in (string[])["clientSecret", "password"])
        {
            if (!connection.Secrets.ContainsKey(key))
                throw new PairFileException(connection.File, $"{connection.Name}.secrets.{key}", "The secret is not named.", $"Write \"{key}\": \"NAME-OF-THE-SECRET\".");
        }

        var credentials = new Credentials(connection, settings, secrets);
        var http = OutsideHttp.Create(connection, credentials.Values, clock, log);
        var connector = new AcumaticaConnector(connection, settings, credentials, http, tokens, clock);
        lock (_lock)
        {
            _connectors.Add(connector);
        }

        return connector;
    }

    /// <summary>Logs all connectors out and forgets them; the container does so when the service stops.</summary>
    public async ValueTask DisposeAsync()
    {
        List<AcumaticaConnector> connectors;
        lock (_lock)
        {
            connectors = [.. _connectors];
            _connectors.Clear();
        }

        foreach (var connector in connectors) await connector.DisposeAsync();
    }
}
