using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class AccessTests
{
    [Fact]
    public async Task Without_a_token_or_with_one_for_another_resource_nothing_is_served()
    {
        await using var environment = await Environment.StartAsync();

        environment.Token = "";
        var none = await environment.GetAsync("CustomersV3");
        environment.Token = await environment.SignInAsync("https://other.operations.dynamics.com");
        var other = await environment.GetAsync("CustomersV3");

        Assert.Equal((401, "", 401), (none.Status, none.Text, other.Status));
        Assert.Contains("Bearer", none.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_is_mapped_to_no_user_is_refused()
    {
        await using var environment = await Environment.StartAsync(with: options => options with { Applications = ["11111111-2222-3333-4444-555555555555"] });

        Assert.Equal(401, (await environment.GetAsync("CustomersV3")).Status);
    }

    [Fact]
    public async Task Revocation_and_expiry_end_access()
    {
        await using var environment = await Environment.StartAsync();

        await environment.ControlAsync("revoke", []);
        Assert.Equal(401, (await environment.GetAsync("CustomersV3?$top=1")).Status);
        await environment.ControlAsync("revoke", new JsonObject { ["revoked"] = false });
        Assert.Equal(200, (await environment.GetAsync("CustomersV3?$top=1")).Status);
        await environment.ControlAsync("expire", []);
        Assert.Equal(401, (await environment.GetAsync("CustomersV3?$top=1")).Status);
    }

    [Theory]
    [InlineData("Low", 69, 200)]
    [InlineData("Low", 70, 429)]
    [InlineData("Medium", 70, 200)]
    [InlineData("Medium", 85, 429)]
    [InlineData("High", 94, 200)]
    [InlineData("High", 95, 429)]
    public async Task A_busy_environment_refuses_low_priorities_first(string priority, int load, int status)
    {
        await using var environment = await Environment.StartAsync(settings => (settings.Priority, settings.Load) = (priority, load));

        var reply = await environment.GetAsync("CustomersV3?$top=1");

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 429 ? TimeSpan.FromSeconds(30) : null, reply.Headers.RetryAfter?.Delta);
    }
}
