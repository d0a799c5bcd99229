using System.Security.Cryptography;
using Integration.Sandbox.Acumatica.Calls;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Acumatica.Sessions;

/// <summary>Finds out on whose behalf a call to <c>/entity</c> comes, and in which session.</summary>
internal sealed class Access(ErpOptions options, Tokens tokens, Seats seats)
{
    /// <summary>Cookie that names a session, as ASP.NET's.</summary>
    public const string SessionCookie = "ASP.NET_SessionId";

    private volatile bool _isRevoked;

    /// <summary>While true, neither credentials nor tokens are accepted.</summary>
    public bool IsRevoked
    {
        get => _isRevoked;
        set => _isRevoked = value;
    }

    public bool IsUser(string? name, string? password) =>
        !IsRevoked && Same(name, options.Username) && Same(password, options.Password);

    public bool IsClient(string? id, string? secret) =>
        !IsRevoked && string.Equals(id, $"{options.ClientId}@{options.Tenant}", StringComparison.OrdinalIgnoreCase) && Same(secret, options.ClientSecret);

    /// <summary>A new cookie session.</summary>
    public Session SignIn(HttpResponse response)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var session = seats.Open(key);
        response.Cookies.Append(SessionCookie, key, new CookieOptions { HttpOnly = true, Path = "/" });
        response.Cookies.Append(".ASPXAUTH", Convert.ToHexString(RandomNumberGenerator.GetBytes(24)), new CookieOptions { HttpOnly = true, Path = "/" });
        response.Cookies.Append("CompanyID", options.Tenant, new CookieOptions { Path = "/" });
        response.Cookies.Append("Locale", "Culture=en-US&TimeZone=GMTM0000U", new CookieOptions { Path = "/" });
        response.Cookies.Append("UserBranch", "1", new CookieOptions { Path = "/" });
        return session;
    }

    /// <summary>The session of a call; a valid token opens its own again when it was closed.</summary>
    /// <exception cref="ErpFault">401 without a valid token or cookie, 500 when every seat is taken.</exception>
    public async Task<Session> OfAsync(HttpContext context)
    {
        if (IsRevoked)
        {
            throw ErpFault.Unauthorized();
        }

        var header = context.Request.Headers.Authorization.ToString();
        var cookie = context.Request.Cookies[SessionCookie];
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return cookie is not null && seats.Find(cookie) is { } known ? known : throw ErpFault.Unauthorized();
        }

        var grant = await tokens.FindAsync(header["Bearer ".Length..].Trim(), context.RequestAborted) ?? throw ErpFault.Unauthorized();
        if (!grant.Scope.Split(' ').Contains("api:concurrent_access"))
        {
            return seats.Open(grant.Id);
        }

        // With concurrent access the cookie jar is the session: without its cookie each call opens one more.
        return cookie is not null && seats.Find(cookie) is { } kept ? kept : SignIn(context.Response);
    }

    public void SignOut(string key) => seats.Close(key);

    private static bool Same(string? given, string expected) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(given ?? ""), System.Text.Encoding.UTF8.GetBytes(expected));
}
