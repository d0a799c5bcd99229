namespace Integration.Tests.Integration.Platform;

public sealed class MemorySqliteDelivery() : DeliveryTests(null, null);
