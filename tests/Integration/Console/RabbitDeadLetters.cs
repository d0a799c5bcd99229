using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Console;

public sealed class RabbitDeadLetters(BrokerFixture broker) : DeadLetterTests(broker, null);
