using System.Security.Cryptography;
using System.Text;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Acumatica.Sessions;

/// <summary>Grants and their tokens. They outlive a restart, as the ERP's do; refresh tokens rotate.</summary>
internal sealed class Tokens(SandboxStore store, ErpSettings settings, TimeProvider time)
{
    private const string Kind = "grant";

    public TimeSpan Lifetime => settings.AccessTokenLifetime;

    /// <summary>A new grant with its tokens.</summary>
    public async Task<IssuedTokens> GrantAsync(string scope, CancellationToken cancellationToken)
    {
        var issued = Issue(Guid.NewGuid().ToString("n"), scope);
        await store.WriteAsync(unit => Put(unit, issued.Grant), cancellationToken);
        return issued;
    }

    /// <summary>New tokens for the newest refresh token of a grant; null for any other.</summary>
    public Task<IssuedTokens?> RefreshAsync(string refreshToken, CancellationToken cancellationToken) => store.WriteAsync(
        unit =>
        {
            var hash = Hash(refreshToken);
            var grant = unit.All<Grant>(Kind).FirstOrDefault(kept => kept.RefreshHash == hash);
            if (grant is null || grant.IsRevoked || grant.RefreshExpires <= time.GetUtcNow())
            {
                return null;
            }

            var issued = Issue(grant.Id, grant.Scope);
            Put(unit, issued.Grant);
            return issued;
        },
        cancellationToken);

    /// <summary>The grant of a valid access token, or null.</summary>
    public Task<Grant?> FindAsync(string accessToken, CancellationToken cancellationToken) => store.ReadAsync(
        unit => unit.ByKey<Grant>(Kind, Hash(accessToken)) is [var grant, ..] && !grant.IsRevoked && grant.AccessExpires > time.GetUtcNow() ? grant : null,
        cancellationToken);

    /// <summary>Revokes the grant that a token belongs to. It does not free its seat.</summary>
    public Task RevokeAsync(string token, CancellationToken cancellationToken) => store.WriteAsync(
        unit =>
        {
            var hash = Hash(token);
            if (unit.All<Grant>(Kind).FirstOrDefault(grant => grant.AccessHash == hash || grant.RefreshHash == hash) is { } found)
            {
                Put(unit, found with { IsRevoked = true });
            }
        },
        cancellationToken);

    /// <summary>Ends every access token now; refresh tokens stay good.</summary>
    public Task ExpireAsync(CancellationToken cancellationToken) => store.WriteAsync(
        unit =>
        {
            foreach (var grant in unit.All<Grant>(Kind))
            {
                Put(unit, grant with { AccessExpires = time.GetUtcNow() });
            }
        },
        cancellationToken);

    private static void Put(SandboxUnit unit, Grant grant) => unit.Put(Kind, grant.Id, grant, key: grant.AccessHash);

    private static string Secret() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private IssuedTokens Issue(string id, string scope)
    {
        var (access, refresh) = (Secret(), scope.Split(' ').Contains("offline_access") ? Secret() : null);
        var now = time.GetUtcNow();
        return new IssuedTokens(access, refresh, new Grant
        {
            Id = id,
            Scope = scope,
            AccessHash = Hash(access),
            AccessExpires = now + settings.AccessTokenLifetime,
            RefreshHash = refresh is null ? null : Hash(refresh),
            RefreshExpires = now + settings.RefreshTokenLifetime,
        });
    }
}
