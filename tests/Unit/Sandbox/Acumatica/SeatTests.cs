using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class SeatTests
{
    [Fact]
    public async Task The_third_sign_in_of_two_seats_meets_the_login_limit()
    {
        await using var erp = await Erp.StartAsync();
        await erp.GrantAsync();

        var third = await erp.GrantAsync();
        var cookie = await LoginAsync(erp, erp.Options.Password);

        Assert.Equal("API Login Limit", third["error_description"]!.GetValue<string>());
        Assert.Equal((HttpStatusCode.InternalServerError, "API Login Limit"), (cookie.Status, cookie.Json["exceptionMessage"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Loglogoutfrees_the_seat_and_the_token_opens_its_session_again()
    {
        await using var erp = await Erp.StartAsync();
        var logout = await erp.SendAsync(HttpMethod.Post, "/entity/auth/logout", with: request => request.Content = new ByteArrayContent([]));
        Assert.Equal(HttpStatusCode.NoContent, logout.Status);
        Assert.Equal(0, (await erp.StateAsync())["seatsTaken"]!.GetValue<int>());

        await erp.GetAsync("Tax");
        Assert.Equal(1, (await erp.StateAsync())["seatsTaken"]!.GetValue<int>());
    }

    [Fact]
    public async Task Loglogoutwithlogouta_length_is_refused_by_the_web_server()
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.SendAsync(HttpMethod.Post, "/entity/auth/logout", with: request =>
        {
            request.Content = new StringContent("");
            request.Headers.TransferEncodingChunked = true;
        });
        Assert.Equal(HttpStatusCode.LengthRequired, reply.Status);
        Assert.Equal(1, (await erp.StateAsync())["seatsTaken"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_wrong_password_at_cookie_login_is_a_500_with_the_exception()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        var reply = await LoginAsync(erp, "wrong");
        Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
        Assert.Equal("PX.Data.PXException", reply.Json["exceptionType"]!.GetValue<string>());
        Assert.Contains("Invalid credentials", reply.Json["exceptionMessage"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_session_reads_until_it_logs_out()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        var login = await LoginAsync(erp, erp.Options.Password);
        var cookie = string.Join("; ", login.Cookies.Select(set => set.Split(';')[0]));
        Task<Reply> WithCookie(HttpMethod method, string path) => erp.SendAsync(method, path, with: request =>
        {
            request.Headers.Add("Cookie", cookie);
            request.Content = method == HttpMethod.Post ? new ByteArrayContent([]) : null;
        });

        Assert.Equal(HttpStatusCode.OK, (await WithCookie(HttpMethod.Get, $"{Erp.Endpoint}/Tax")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await WithCookie(HttpMethod.Post, "/entity/auth/logout")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await WithCookie(HttpMethod.Get, $"{Erp.Endpoint}/Tax")).Status);
    }

    [Fact]
    public async Task With_concurrent_access_each_cookie_jar_is_a_session()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        erp.Token = (await erp.GrantAsync("api api:concurrent_access"))["access_token"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.OK, (await erp.GetAsync("Tax")).Status);
        Assert.Equal(HttpStatusCode.OK, (await erp.GetAsync("Tax")).Status);
        var third = await erp.GetAsync("Tax");

        Assert.Equal((HttpStatusCode.InternalServerError, "API Login Limit"), (third.Status, third.Json["exceptionMessage"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Requests_of_one_session_run_one_after_the_other()
    {
        await using var erp = await Erp.StartAsync(settings => settings.Latency = TimeSpan.FromMilliseconds(150));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(erp.GetAsync("Tax"), erp.GetAsync("Tax"), erp.GetAsync("Tax"));
        Assert.True(watch.ElapsedMilliseconds >= 440, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task An_idle_session_gives_its_seat_back()
    {
        await using var erp = await Erp.StartAsync(settings => settings.SessionTimeout = TimeSpan.Zero);
        Assert.Equal(0, (await erp.StateAsync())["seatsTaken"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.OK, (await erp.GetAsync("Tax")).Status);
    }

    private static Task<Reply> LoginAsync(Erp erp, string password) => erp.SendAsync(HttpMethod.Post, "/entity/auth/login", new JsonObject
    {
        ["name"] = erp.Options.Username, ["password"] = password, ["tenant"] = erp.Options.Tenant,
    });
}
