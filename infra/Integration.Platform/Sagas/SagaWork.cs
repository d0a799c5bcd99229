using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Platform.Sagas;

/// <summary>What one message's saga step shares, as a payload of its context.</summary>
internal sealed record SagaWork(IUnit Unit, IOutbox Outbox);
