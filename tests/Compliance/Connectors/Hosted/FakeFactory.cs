using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Tests.Compliance.Connectors.Hosted;

internal sealed class FakeFactory(string kind, IConnector connector) : IConnectorFactory
{
    public string Kind => kind;

    public IConnector Create(ConnectionDefinition connection) => connector;
}
