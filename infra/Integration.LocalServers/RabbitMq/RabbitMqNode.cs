namespace Integration.LocalServers.RabbitMq;

/// <summary>Identity, ports and administrator of one private broker; kept in its folder.</summary>
internal sealed record RabbitMqNode(
    string Identity, int AmqpPort, int ManagementPort, int DistributionPort, int PortMapperPort, string Administrator, string Password)
{
    /// <summary>The same on every start: RabbitMQ's data belong to the node of this name.</summary>
    public const string Name = "integration@localhost";

    public static RabbitMqNode Create() =>
        new RabbitMqNode(Guid.NewGuid().ToString("N"), 0, 0, 0, 0, "administrator", SavedState.NewPassword()).OnFreshPorts();

    public bool PortsAreFree => new[] { AmqpPort, ManagementPort, DistributionPort }.All(LoopbackPorts.IsFree);

    public RabbitMqNode OnFreshPorts()
    {
        var ports = LoopbackPorts.Free(4);
        return this with { AmqpPort = ports[0], ManagementPort = ports[1], DistributionPort = ports[2], PortMapperPort = ports[3] };
    }
}
