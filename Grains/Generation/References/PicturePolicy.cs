namespace Platform.Generation;

/// <summary>Where pictures may be downloaded from, and how much of them.</summary>
internal sealed record PicturePolicy
{
    public int MaxBytes { get; init; } = 5_000_000;

    /// <summary>From the first look at a name to the last byte, redirects included.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(5);

    public int MaxRedirects { get; init; } = 3;

    /// <summary>Empty: any.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [80, 443];

    public bool AllowPrivateAddresses { get; init; }

    /// <summary>A server of the operator's choice, which may be anywhere and on any port; null: there is none.</summary>
    public Uri? Trusted { get; init; }

    /// <param name="address">An absolute one.</param>
    /// <exception cref="ReferencePictureException">Nothing is downloaded from there.</exception>
    public void Check(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps || address.Host.Length == 0)
            throw new ReferencePictureException("The address of a picture must begin with http:// or https://.");
        if (address.UserInfo.Length > 0)
            throw new ReferencePictureException("The address of a picture must not hold a user name or a password.");
        if (Ports.Count > 0 && !Ports.Contains(address.Port) && !IsTrusted(address.IdnHost, address.Port))
            throw new ReferencePictureException("The address of a picture must not name an unusual port.");
    }

    public bool IsTrusted(string host, int port) =>
        Trusted is not null && Trusted.Port == port && Trusted.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase);
}
