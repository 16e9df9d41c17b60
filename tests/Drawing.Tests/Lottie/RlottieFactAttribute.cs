namespace Platform.Drawing.Tests.Lottie;

/// <summary>A fact that only an independent player can tell: skipped where rlottie isn't installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RlottieFactAttribute : FactAttribute
{
    public RlottieFactAttribute()
    {
        if (!RlottiePlayer.IsInstalled) Skip = "There is no rlottie here (Debian and Ubuntu: librlottie0-1).";
    }
}

/// <summary>As <see cref="RlottieFactAttribute"/>, for theories.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RlottieTheoryAttribute : TheoryAttribute
{
    public RlottieTheoryAttribute()
    {
        if (!RlottiePlayer.IsInstalled) Skip = "There is no rlottie here (Debian and Ubuntu: librlottie0-1).";
    }
}
