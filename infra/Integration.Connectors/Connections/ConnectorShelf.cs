using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Connections;

/// <summary>One connector per connection in this process, so that client, session and budget are shared.</summary>
internal sealed class ConnectorShelf(IEnumerable<IConnectorFactory> factories)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (ConnectionDefinition Definition, IConnector Connector)> _connectors = new(StringComparer.Ordinal);

    /// <summary>The connection's connector; made anew when its description changed.</summary>
    /// <exception cref="PairFileException">Its settings cannot be understood, or its kind is not served here.</exception>
    public IConnector Of(ConnectionDefinition definition)
    {
        lock (_lock)
        {
            if (_connectors.TryGetValue(definition.Name, out var known) && SameConnection.Instance.Equals(known.Definition, definition))
            {
                return known.Connector;
            }

            var factory = factories.FirstOrDefault(factory => factory.Kind == definition.Kind)
                ?? throw new PairFileException(definition.File, $"{definition.Name}.kind", $"'{definition.Kind}' is not served by this service.",
                    $"Known here: {string.Join(", ", factories.Select(one => one.Kind))}.");
            var connector = factory.Create(definition);
            _connectors[definition.Name] = (definition, connector);
            return connector;
        }
    }
}
