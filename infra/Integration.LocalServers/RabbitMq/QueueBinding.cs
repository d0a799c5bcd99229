namespace Integration.LocalServers.RabbitMq;

/// <summary>A binding from an exchange to a queue or another exchange.</summary>
/// <param name="Source">Exchange name; empty for the default exchange, to which every queue is bound.</param>
/// <param name="Destination">Name of the queue or exchange that receives.</param>
/// <param name="DestinationType"><c>queue</c> or <c>exchange</c>.</param>
/// <param name="RoutingKey">Routing key; empty for fanout exchanges.</param>
public sealed record QueueBinding(string Source, string Destination, string DestinationType, string RoutingKey);
