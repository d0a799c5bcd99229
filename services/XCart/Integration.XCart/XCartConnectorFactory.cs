using System.Collections.Concurrent;
using System.Net;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Platform.Secrets;
using Integration.XCart.Setup;
using Microsoft.Extensions.Logging;

namespace Integration.XCart;

/// <summary>Makes the connectors of X-Cart connections.</summary>
internal sealed class XCartConnectorFactory(ISecrets secrets, TimeProvider time, ILoggerFactory logs) : IConnectorFactory, IDisposable
{
    private const string WriteKey = "key";
    private const string ReadKey = "readKey";

    // Read by the hint endpoint, not by the connector.
    private static readonly string[] HintSecrets = ["hints", "hints-old"];

    private readonly ConcurrentBag<XCartConnector> _connectors = [];

    public string Kind => XCartGateway.Kind;

    public IConnector Create(ConnectionDefinition connection)
    {
        var connector = Make(connection);
        _connectors.Add(connector);
        return connector;
    }

    public void Dispose()
    {
        foreach (var connector in _connectors) connector.Dispose();
    }

    private XCartConnector Make(ConnectionDefinition connection)
    {
        if (connection.Secrets.Keys.FirstOrDefault(name => name is not (WriteKey or ReadKey) && !HintSecrets.Contains(name)) is { } unknown)
            throw Fault(connection, unknown, "X-Cart has no such secret.", "Use key (read/write; 5.5: token_all), readKey (read-only; 5.5: token_read), and hints and hints-old (signatures of the add-on's hints).");
        var write = Value(connection, WriteKey) ?? throw Fault(connection, WriteKey, "It is missing.", "Name the secret that holds the read/write key of the shop's REST API (5.5: token_all).");
        var keys = new ShopKeys(write, Value(connection, ReadKey) ?? write);
        // The shop makes a session row for every call without a cookie, so that its cookie is kept.
        var http = OutsideHttp.Create(connection, [keys.Write, keys.Read], time, logs.CreateLogger<XCartConnector>(), new CookieContainer());
        return new XCartConnector(connection, http, keys, time);
    }

    private string? Value(ConnectionDefinition connection, string name)
    {
        if (!connection.Secrets.TryGetValue(name, out var secret)) return null;
        return secrets.Get(secret) is { Length: > 0 } value
            ? value
            : throw Fault(connection, name, $"There is no secret {secret}.", $"Put the key into the file {secret} of the secrets folder.");
    }

    private static PairFileException Fault(ConnectionDefinition connection, string name, string problem, string fix) =>
        new(connection.File, $"storefront.secrets.{name}", problem, fix);
}
