using Integration.Connectors.Pairs;

namespace Integration.Connectors.Ports;

/// <summary>Makes connectors of one kind of outside system; each service registers its own.</summary>
public interface IConnectorFactory
{
    /// <summary>The kind in pair files, such as <c>xcart</c> or <c>acumatica</c>.</summary>
    string Kind { get; }

    /// <summary>Makes a connector that shares one HTTP client, session and budget per connection. Settings that cannot be understood throw <see cref="PairFileException"/>.</summary>
    IConnector Create(ConnectionDefinition connection);
}
