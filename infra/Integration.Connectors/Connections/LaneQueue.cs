using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Connections;

/// <summary>A queue that a lane's half consumes while the connection is open.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Configure">Adds its handlers.</param>
/// <param name="Gate">While it is closed the queue holds what comes; null for a queue that is consumed whenever the connection is open.</param>
internal sealed record LaneQueue(QueueDefinition Queue, Action<IReceiveEndpointConfigurator> Configure, LaneGate? Gate = null);
