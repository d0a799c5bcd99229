using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class OptionsCheckTests
{
    [Theory]
    [InlineData("mysql", "x", "Database:Provider")]
    [InlineData("postgres", "", "Database:ConnectionString")]
    [InlineData("postgres", "Host=a;Nonsense=1", "Database:ConnectionString")]
    public void A_wrong_database_setting_is_named(string provider, string connection, string key)
    {
        var result = new DatabaseOptionsCheck().Validate(null, new DatabaseOptions { Provider = provider, ConnectionString = connection });

        Assert.Contains(result.Failures!, failure => failure.StartsWith(key, StringComparison.Ordinal));
    }

    [Fact]
    public void A_connection_string_is_never_repeated_in_an_error()
    {
        var options = new DatabaseOptions { Provider = "postgres", ConnectionString = "Host=a;Password=geheim;Nonsense=1" };

        Assert.DoesNotContain("geheim", new DatabaseOptionsCheck().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_embedded_defaults_are_valid()
    {
        Assert.True(new DatabaseOptionsCheck().Validate(null, new DatabaseOptions { ConnectionString = "Data Source=a.db" }).Succeeded);
        Assert.True(new MessagingOptionsCheck().Validate(null, new MessagingOptions()).Succeeded);
    }

    [Theory]
    [InlineData("kafka", null, 50, "Messaging:Transport")]
    [InlineData("rabbitmq", null, 50, "Messaging:Uri")]
    [InlineData("rabbitmq", "http://broker", 50, "Messaging:Uri")]
    [InlineData("rabbitmq", "amqp://broker", -1, "Messaging:DeliveryLimit")]
    public void A_wrong_messaging_setting_is_named(string transport, string? uri, int limit, string key)
    {
        var result = new MessagingOptionsCheck().Validate(null, new MessagingOptions
        {
            Transport = transport,
            Uri = uri is null ? null : new Uri(uri),
            DeliveryLimit = limit,
        });

        Assert.Contains(result.Failures!, failure => failure.StartsWith(key, StringComparison.Ordinal));
    }
}
